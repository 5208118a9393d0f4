import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto"

const cost = { N: 2 ** 15, r: 8, p: 1 }
const LENGTH = 32
const MOST_MEMORY = 128 * 1024 * 1024

/** `scrypt$N$r$p$salt$hash`: the cost is kept beside the hash, so that it can be raised for new passwords. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64"), hash.toString("base64")].join("$")
}

/**
 * Whether the password is the one that was kept. Without anything kept (no such account) the same work is done and
 * the answer is no, so that the time taken does not tell which e-mail addresses have an account.
 */
export async function passwordMatches(password: string, kept: string | null): Promise<boolean> {
  const parts = (kept ?? nobody).split("$")
  const [, N, r, p, salt, hash] = parts
  const expected = Buffer.from(hash ?? "", "base64")
  const derived = await derive(password, Buffer.from(salt ?? "", "base64"), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return expected.length === derived.length && timingSafeEqual(expected, derived) && kept !== null
}

const nobody = ["scrypt", cost.N, cost.r, cost.p, "AAAAAAAAAAAAAAAAAAAAAA==", `${"A".repeat(43)}=`].join("$")

/** NFKC: the same password typed on two keyboards may come as different characters. */
function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize("NFKC"), salt, LENGTH, { ...options, maxmem: MOST_MEMORY }, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}
