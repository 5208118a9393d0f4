# What base R takes for the plainest part of it: Cohen's kappa of each code and pair of coders, character by character.
# Spans as rows "document coder code start end" (numbers from 0, end excluded) in a file; counts of each on the command line.
words <- commandArgs(trailingOnly = TRUE)
spans <- as.matrix(read.table(words[1], header = FALSE))
documents <- as.integer(words[2]); coders <- as.integer(words[3]); codes <- as.integer(words[4]); len <- as.integer(words[5])
started <- proc.time()[["elapsed"]]
pairs <- combn(coders, 2)
both <- first <- second <- matrix(0, codes, ncol(pairs))
for (document in split(seq_len(nrow(spans)), spans[, 1])) {
  rows <- spans[document, , drop = FALSE]
  held <- lapply(seq_len(coders), function(coder) {
    at <- matrix(FALSE, len, codes)
    own <- rows[rows[, 2] == coder - 1, , drop = FALSE]
    for (row in seq_len(nrow(own))) at[(own[row, 4] + 1):own[row, 5], own[row, 3] + 1] <- TRUE
    at
  })
  for (pair in seq_len(ncol(pairs))) {
    ours <- held[[pairs[1, pair]]]; theirs <- held[[pairs[2, pair]]]
    both[, pair] <- both[, pair] + colSums(ours & theirs)
    first[, pair] <- first[, pair] + colSums(ours)
    second[, pair] <- second[, pair] + colSums(theirs)
  }
}
n <- documents * len
kappa <- 2 * (both * n - first * second) / (first * (n - second) + second * (n - first))
cat(round((proc.time()[["elapsed"]] - started) * 1000), sprintf("%.12f", sum(kappa)), "\n")
if (requireNamespace("irr", quietly = TRUE)) {
  # One code of one pair in one document, by irr, as it is used.
  rows <- spans[spans[, 1] == 0 & spans[, 3] == 0, , drop = FALSE]
  at <- matrix(0, len, 2)
  for (row in seq_len(nrow(rows))) if (rows[row, 2] < 2) at[(rows[row, 4] + 1):rows[row, 5], rows[row, 2] + 1] <- 1
  started <- proc.time()[["elapsed"]]
  invisible(irr::kappa2(at))
  cat("irr", round((proc.time()[["elapsed"]] - started) * 1000), "\n")
}
