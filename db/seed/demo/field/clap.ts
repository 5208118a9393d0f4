/** When the clap of the demo's group begins in its recording; its observer has the same one. */
export const CLAP_MS = 1_200
