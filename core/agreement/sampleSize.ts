/** Units needed so that α above a minimum can be told from it (Bloch & Kraemer 1989, as in ATLAS.ti's table), rounded up. */
export function alphaSampleSize(alphaMin: number, shareOfCode: number, z: number): number {
  const spread = 4 * shareOfCode * (1 - shareOfCode) * (1 - alphaMin)
  return Math.ceil(2 * z * z * (((1 + alphaMin) * (3 - alphaMin)) / spread - alphaMin))
}
