import agreement from "./agreement.json"
import arbitration from "./arbitration.json"
import common from "./common.json"
import desk from "./desk.json"
import errors from "./errors.json"
import guide from "./guide.json"
import memberCheck from "./memberCheck.json"
import memberReading from "./memberReading.json"
import members from "./members.json"
import memos from "./memos.json"
import notes from "./notes.json"
import offline from "./offline.json"
import overview from "./overview.json"
import participants from "./participants.json"
import projectMemos from "./projectMemos.json"
import projectSettings from "./projectSettings.json"
import projects from "./projects.json"
import pseudonyms from "./pseudonyms.json"
import recorder from "./recorder.json"
import review from "./review.json"
import richText from "./richText.json"
import safety from "./safety.json"
import sending from "./sending.json"
import settings from "./settings.json"
import signin from "./signin.json"
import source from "./source.json"
import speaking from "./speaking.json"
import transcribe from "./transcribe.json"
import tree from "./tree.json"

/** Every word of the interface in English; the same keys as the French. */
export const messages = {
  agreement,
  arbitration,
  common,
  desk,
  errors,
  guide,
  memberCheck,
  memberReading,
  members,
  memos,
  notes,
  offline,
  overview,
  participants,
  projectMemos,
  projectSettings,
  projects,
  pseudonyms,
  recorder,
  review,
  richText,
  safety,
  sending,
  settings,
  signin,
  source,
  speaking,
  transcribe,
  tree,
}
