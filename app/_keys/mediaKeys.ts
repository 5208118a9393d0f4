const names = {
  play: "MediaPlayPause",
  pause: "MediaPlayPause",
  previoustrack: "MediaTrackPrevious",
  nexttrack: "MediaTrackNext",
  stop: "MediaStop",
} as const

/**
 * Hears the keys for music, some pedals among them. A browser that plays something keeps these keys to itself and tells of
 * them another way. Answers its remover.
 */
export function onMediaKeys(wanted: (name: string) => boolean, heard: (name: string) => void): () => void {
  const session = navigator.mediaSession as MediaSession | undefined
  const taken = (Object.keys(names) as (keyof typeof names)[]).filter((action) => wanted(names[action]))
  for (const action of taken) session?.setActionHandler(action, () => heard(names[action]))
  return () => {
    for (const action of taken) session?.setActionHandler(action, null)
  }
}
