// Written by scripts/list-routes.mjs.

import * as codesCodeMerge from "./codes/[code]/merge/route"
import * as codesCodeMove from "./codes/[code]/move/route"
import * as codesCode from "./codes/[code]/route"
import * as codesCodeUndo from "./codes/[code]/undo/route"
import * as disagreementsDisagreementAcceptances from "./disagreements/[disagreement]/acceptances/route"
import * as disagreementsDisagreementListenings from "./disagreements/[disagreement]/listenings/route"
import * as disagreementsDisagreementNotedRulings from "./disagreements/[disagreement]/noted-rulings/route"
import * as disagreementsDisagreementProposals from "./disagreements/[disagreement]/proposals/route"
import * as disagreementsDisagreementReferrals from "./disagreements/[disagreement]/referrals/route"
import * as disagreementsDisagreementResolution from "./disagreements/[disagreement]/resolution/route"
import * as disagreementsDisagreementRulings from "./disagreements/[disagreement]/rulings/route"
import * as firstAccountSecret from "./first-account/[secret]/route"
import * as guidesGuide from "./guides/[guide]/route"
import * as guidesGuideValidations from "./guides/[guide]/validations/route"
import * as invitationsSecretAcceptance from "./invitations/[secret]/acceptance/route"
import * as invitationsSecret from "./invitations/[secret]/route"
import * as me from "./me/route"
import * as memosMemo from "./memos/[memo]/route"
import * as mergesMerge from "./merges/[merge]/route"
import * as projectsProjectAgreementExport from "./projects/[project]/agreement/export/route"
import * as projectsProjectAgreement from "./projects/[project]/agreement/route"
import * as projectsProjectAudit from "./projects/[project]/audit/route"
import * as projectsProjectCodes from "./projects/[project]/codes/route"
import * as projectsProjectCodesUndo from "./projects/[project]/codes/undo/route"
import * as projectsProjectExport from "./projects/[project]/export/route"
import * as projectsProjectGuides from "./projects/[project]/guides/route"
import * as projectsProjectInvitationsInvitation from "./projects/[project]/invitations/[invitation]/route"
import * as projectsProjectMemberChecks from "./projects/[project]/member-checks/route"
import * as projectsProjectMembersMember from "./projects/[project]/members/[member]/route"
import * as projectsProjectMembers from "./projects/[project]/members/route"
import * as projectsProjectMemos from "./projects/[project]/memos/route"
import * as projectsProjectParticipantsParticipantStanding from "./projects/[project]/participants/[participant]/standing/route"
import * as projectsProjectParticipants from "./projects/[project]/participants/route"
import * as projectsProjectParticipantsVariablesVariable from "./projects/[project]/participants/variables/[variable]/route"
import * as projectsProjectPseudonymsPseudonym from "./projects/[project]/pseudonyms/[pseudonym]/route"
import * as projectsProjectPseudonyms from "./projects/[project]/pseudonyms/route"
import * as projectsProjectPseudonymsStanding from "./projects/[project]/pseudonyms/standing/route"
import * as projectsProjectQueueListenings from "./projects/[project]/queue/listenings/route"
import * as projectsProjectQueue from "./projects/[project]/queue/route"
import * as projectsProjectQueueRulings from "./projects/[project]/queue/rulings/route"
import * as projectsProject from "./projects/[project]/route"
import * as projectsProjectTree from "./projects/[project]/tree/route"
import * as projectsProjectUploadsUpload from "./projects/[project]/uploads/[upload]/route"
import * as projectsProjectUploads from "./projects/[project]/uploads/route"
import * as projectsProjectWritingAids from "./projects/[project]/writing-aids/route"
import * as projects from "./projects/route"
import * as sessionsSession from "./sessions/[session]/route"
import * as sessions from "./sessions/route"
import * as sourcesSourceAssignments from "./sources/[source]/assignments/route"
import * as sourcesSourceBatches from "./sources/[source]/batches/route"
import * as sourcesSourceCorrections from "./sources/[source]/corrections/route"
import * as sourcesSourceDeclarations from "./sources/[source]/declarations/route"
import * as sourcesSourceErasures from "./sources/[source]/erasures/route"
import * as sourcesSourceExposures from "./sources/[source]/exposures/route"
import * as sourcesSourceGuide from "./sources/[source]/guide/route"
import * as sourcesSourceHandIns from "./sources/[source]/hand-ins/route"
import * as sourcesSourceMachineTranscriptReading from "./sources/[source]/machine-transcript/reading/route"
import * as sourcesSourceMachineTranscript from "./sources/[source]/machine-transcript/route"
import * as sourcesSourceMemberChecksCheck from "./sources/[source]/member-checks/[check]/route"
import * as sourcesSourceMemberChecks from "./sources/[source]/member-checks/route"
import * as sourcesSourceMemberCommentsComment from "./sources/[source]/member-comments/[comment]/route"
import * as sourcesSourceNotesClosing from "./sources/[source]/notes/closing/route"
import * as sourcesSourceNotesNames from "./sources/[source]/notes/names/route"
import * as sourcesSourceNotes from "./sources/[source]/notes/route"
import * as sourcesSourcePassages from "./sources/[source]/passages/route"
import * as sourcesSourcePeaks from "./sources/[source]/peaks/route"
import * as sourcesSourcePseudonyms from "./sources/[source]/pseudonyms/route"
import * as sourcesSourceReadingsReadingAssent from "./sources/[source]/readings/[reading]/assent/route"
import * as sourcesSourceReadingsReading from "./sources/[source]/readings/[reading]/route"
import * as sourcesSourceReadings from "./sources/[source]/readings/route"
import * as sourcesSourceRecording from "./sources/[source]/recording/route"
import * as sourcesSourceRecordingSilences from "./sources/[source]/recording/silences/route"
import * as sourcesSourceRetention from "./sources/[source]/retention/route"
import * as sourcesSourceReview from "./sources/[source]/review/route"
import * as sourcesSource from "./sources/[source]/route"
import * as sourcesSourceSpeaking from "./sources/[source]/speaking/route"
import * as sourcesSourceTranscribing from "./sources/[source]/transcribing/route"
import * as sourcesSourceTranscript from "./sources/[source]/transcript/route"
import * as sourcesSourceVersionsVersion from "./sources/[source]/versions/[version]/route"
import * as sourcesSourceVersions from "./sources/[source]/versions/route"
import * as sourcesSourceWeakeningConsents from "./sources/[source]/weakening/consents/route"
import * as sourcesSourceWeakening from "./sources/[source]/weakening/route"
import * as time from "./time/route"
import * as tokensToken from "./tokens/[token]/route"
import * as tokens from "./tokens/route"

/** Every route of the API that Next answers, by its path. */
export const routes: Readonly<Record<string, object>> = {
  "/api/codes/{code}": codesCode,
  "/api/codes/{code}/merge": codesCodeMerge,
  "/api/codes/{code}/move": codesCodeMove,
  "/api/codes/{code}/undo": codesCodeUndo,
  "/api/disagreements/{disagreement}/acceptances": disagreementsDisagreementAcceptances,
  "/api/disagreements/{disagreement}/listenings": disagreementsDisagreementListenings,
  "/api/disagreements/{disagreement}/noted-rulings": disagreementsDisagreementNotedRulings,
  "/api/disagreements/{disagreement}/proposals": disagreementsDisagreementProposals,
  "/api/disagreements/{disagreement}/referrals": disagreementsDisagreementReferrals,
  "/api/disagreements/{disagreement}/resolution": disagreementsDisagreementResolution,
  "/api/disagreements/{disagreement}/rulings": disagreementsDisagreementRulings,
  "/api/first-account/{secret}": firstAccountSecret,
  "/api/guides/{guide}": guidesGuide,
  "/api/guides/{guide}/validations": guidesGuideValidations,
  "/api/invitations/{secret}": invitationsSecret,
  "/api/invitations/{secret}/acceptance": invitationsSecretAcceptance,
  "/api/me": me,
  "/api/memos/{memo}": memosMemo,
  "/api/merges/{merge}": mergesMerge,
  "/api/projects": projects,
  "/api/projects/{project}": projectsProject,
  "/api/projects/{project}/agreement": projectsProjectAgreement,
  "/api/projects/{project}/agreement/export": projectsProjectAgreementExport,
  "/api/projects/{project}/audit": projectsProjectAudit,
  "/api/projects/{project}/codes": projectsProjectCodes,
  "/api/projects/{project}/codes/undo": projectsProjectCodesUndo,
  "/api/projects/{project}/export": projectsProjectExport,
  "/api/projects/{project}/guides": projectsProjectGuides,
  "/api/projects/{project}/invitations/{invitation}": projectsProjectInvitationsInvitation,
  "/api/projects/{project}/member-checks": projectsProjectMemberChecks,
  "/api/projects/{project}/members": projectsProjectMembers,
  "/api/projects/{project}/members/{member}": projectsProjectMembersMember,
  "/api/projects/{project}/memos": projectsProjectMemos,
  "/api/projects/{project}/participants": projectsProjectParticipants,
  "/api/projects/{project}/participants/{participant}/standing":
    projectsProjectParticipantsParticipantStanding,
  "/api/projects/{project}/participants/variables/{variable}": projectsProjectParticipantsVariablesVariable,
  "/api/projects/{project}/pseudonyms": projectsProjectPseudonyms,
  "/api/projects/{project}/pseudonyms/{pseudonym}": projectsProjectPseudonymsPseudonym,
  "/api/projects/{project}/pseudonyms/standing": projectsProjectPseudonymsStanding,
  "/api/projects/{project}/queue": projectsProjectQueue,
  "/api/projects/{project}/queue/listenings": projectsProjectQueueListenings,
  "/api/projects/{project}/queue/rulings": projectsProjectQueueRulings,
  "/api/projects/{project}/tree": projectsProjectTree,
  "/api/projects/{project}/uploads": projectsProjectUploads,
  "/api/projects/{project}/uploads/{upload}": projectsProjectUploadsUpload,
  "/api/projects/{project}/writing-aids": projectsProjectWritingAids,
  "/api/sessions": sessions,
  "/api/sessions/{session}": sessionsSession,
  "/api/sources/{source}": sourcesSource,
  "/api/sources/{source}/assignments": sourcesSourceAssignments,
  "/api/sources/{source}/batches": sourcesSourceBatches,
  "/api/sources/{source}/corrections": sourcesSourceCorrections,
  "/api/sources/{source}/declarations": sourcesSourceDeclarations,
  "/api/sources/{source}/erasures": sourcesSourceErasures,
  "/api/sources/{source}/exposures": sourcesSourceExposures,
  "/api/sources/{source}/guide": sourcesSourceGuide,
  "/api/sources/{source}/hand-ins": sourcesSourceHandIns,
  "/api/sources/{source}/machine-transcript": sourcesSourceMachineTranscript,
  "/api/sources/{source}/machine-transcript/reading": sourcesSourceMachineTranscriptReading,
  "/api/sources/{source}/member-checks": sourcesSourceMemberChecks,
  "/api/sources/{source}/member-checks/{check}": sourcesSourceMemberChecksCheck,
  "/api/sources/{source}/member-comments/{comment}": sourcesSourceMemberCommentsComment,
  "/api/sources/{source}/notes": sourcesSourceNotes,
  "/api/sources/{source}/notes/closing": sourcesSourceNotesClosing,
  "/api/sources/{source}/notes/names": sourcesSourceNotesNames,
  "/api/sources/{source}/passages": sourcesSourcePassages,
  "/api/sources/{source}/peaks": sourcesSourcePeaks,
  "/api/sources/{source}/pseudonyms": sourcesSourcePseudonyms,
  "/api/sources/{source}/readings": sourcesSourceReadings,
  "/api/sources/{source}/readings/{reading}": sourcesSourceReadingsReading,
  "/api/sources/{source}/readings/{reading}/assent": sourcesSourceReadingsReadingAssent,
  "/api/sources/{source}/recording": sourcesSourceRecording,
  "/api/sources/{source}/recording/silences": sourcesSourceRecordingSilences,
  "/api/sources/{source}/retention": sourcesSourceRetention,
  "/api/sources/{source}/review": sourcesSourceReview,
  "/api/sources/{source}/speaking": sourcesSourceSpeaking,
  "/api/sources/{source}/transcribing": sourcesSourceTranscribing,
  "/api/sources/{source}/transcript": sourcesSourceTranscript,
  "/api/sources/{source}/versions": sourcesSourceVersions,
  "/api/sources/{source}/versions/{version}": sourcesSourceVersionsVersion,
  "/api/sources/{source}/weakening": sourcesSourceWeakening,
  "/api/sources/{source}/weakening/consents": sourcesSourceWeakeningConsents,
  "/api/time": time,
  "/api/tokens": tokens,
  "/api/tokens/{token}": tokensToken,
}
