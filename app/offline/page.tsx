import "../projects/[project]/sources/[source]/code/desk.css"
import "../projects/[project]/sources/[source]/transcribe/transcribe.css"
import "../projects/[project]/sources/[source]/transcribe/versions.css"
import { OfflineScreen } from "./OfflineScreen"

/**
 * The page that the service worker keeps and answers with, under whichever address, when there is no network. The
 * server draws nothing into it: it is the same for everybody, and finds in the browser what is the reader's.
 */
export default function OfflinePage() {
  return (
    <div data-empty-page="">
      <OfflineScreen />
    </div>
  )
}
