/** A table as a file to be kept by who asked, and by nothing between. */
export function tableAnswer(table: string, fileName: string): Response {
  return new Response(table, {
    headers: {
      "cache-control": "private, no-store",
      "content-disposition": `attachment; filename="${fileName}"`,
      "content-type": "text/csv; charset=utf-8",
    },
  })
}
