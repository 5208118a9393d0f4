import { Editor, Extension, Node } from "@tiptap/core"
import { type EditorState, Plugin, type Transaction } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import type * as Y from "yjs"
import type { Abbreviation } from "../../core/writingAids"
import { type History, historyOf } from "../../core/ydoc/history"
import { keepSettled } from "../../core/ydoc/settling"
import { readTranscript } from "../../core/ydoc/source"
import type { KeptWordTimes } from "../../core/ydoc/wordTimes"
import { positionText } from "../_sound/positionText"
import { inaudibleOf, nonverbalOf } from "../_transcript/depths"
import { emphasisOf, stressSignsOf } from "../_transcript/emphasis"
import { actsOf } from "./acts"
import { bind, FROM_TEXT } from "./binding"
import { type ChosenBefore, chooseAgain } from "./chosenBefore"
import { stress } from "./emphasis"
import { expandAtEnd, expands } from "./expanding"
import { followSound } from "./following"
import { heardWords } from "./heardWords"
import { ALONG, type Hearing, timedByFirstWord } from "./hearing"
import { moveSelectedTurns } from "./movingTurns"
import { paintWords } from "./paintWords"
import { playsWords, playWord } from "./playingWords"
import { insertInaudible, insertRemark } from "./remarks"
import { nodesOf } from "./schema"
import { readCursor, untoldSelection } from "./selection"
import { speakerLabels } from "./speakerLabels"
import { giveTurns, pasteLines, splitAtCursor, stampTurn, startOfTurn } from "./turnActs"
import { turnNode } from "./turnNode"
import { beginningOf, estimatedTimes } from "./turnTimes"
import { type TurnViewOptions, turnView } from "./turnView"

interface Options extends Pick<TurnViewOptions, "play"> {
  /** What those hear who hear the page. */
  readonly label: string
  /** The speaker of a digit; null where it is nobody's. */
  readonly speakerOf: (digit: number) => string | null
  /** Where the recording stands; null where there is none. */
  readonly positionMs: () => number | null
  /** The same, once it was played. */
  readonly heard: () => Hearing | null
  /** What one writes for longer words. */
  readonly abbreviations: () => readonly Abbreviation[]
  /** How an estimated time is read out. */
  readonly sayAbout: (position: string) => string
  /** When words are said, where that was imported. */
  readonly wordTimes: KeptWordTimes | null
}

export interface TranscriptEditor {
  readonly doc: Y.Doc
  readonly history: History
  readonly view: EditorView
  /** Calls back after each transaction; answers its remover. */
  readonly onTransaction: (heard: (transaction: Transaction) => void) => () => void
  readonly give: (speaker: string) => void
  /** Shows what is heard of a recording, until the remover it answers is called. */
  readonly follow: (element: HTMLMediaElement) => () => void
  /** Puts a remark in parentheses where the cursor is, or goes on behind the one it is in. */
  readonly remark: () => void
  /** Stresses the words that are selected, or the word with the cursor; or no more. */
  readonly emphasis: () => void
  /** Moves the turns of the selection past the one before them or behind them. */
  readonly move: (by: 1 | -1) => void
  /** Says that what is heard where the recording stands cannot be understood. */
  readonly inaudible: () => void
  /** Says that the turn with the cursor begins where the recording stands. */
  readonly stamp: () => void
  /** Plays from where the turn with the cursor begins. */
  readonly hear: () => void
  /** Plays from the word with the cursor. */
  readonly hearWord: () => void
  /** Puts the cursor where it was put before there was an editor. */
  readonly take: (chosen: ChosenBefore) => void
  readonly focus: () => void
  readonly destroy: () => void
}

/** An editor in a place of the page, over a transcript that others write too. Undo is one's own, and takes back nobody else's words. */
export function openTranscriptEditor(place: HTMLElement, doc: Y.Doc, options: Options): TranscriptEditor {
  const labels = speakerLabels(doc)
  const history = historyOf(doc)
  const forgetSettled = keepSettled(doc)
  const words = heardWords(doc, options.wordTimes)
  const act = (make: (state: EditorState) => Transaction | null) => {
    const made = make(editor.state)
    if (made) editor.view.dispatch(made)
    return true
  }
  const split = () => {
    expandAtEnd(editor.view, options.abbreviations())
    return act((state) => splitAtCursor(state, options.heard()))
  }
  const takeBack = (way: "undo" | "redo") => () => {
    history[way]()
    return true
  }
  const keys = Extension.create({
    name: "transcriptKeys",
    priority: 1000,
    addKeyboardShortcuts: () => ({
      Enter: split,
      "Shift-Enter": split,
      "Mod-z": takeBack("undo"),
      "Mod-Shift-z": takeBack("redo"),
      "Mod-y": takeBack("redo"),
    }),
    addProseMirrorPlugins: () => [
      expands(options.abbreviations),
      timedByFirstWord(options.heard),
      estimatedTimes(options.sayAbout),
      ...(options.play ? [playsWords(options.play, words.now)] : []),
      new Plugin({
        props: {
          handleKeyDown: (_, event) => {
            // Where the key lies: with Alt, what it writes is anything.
            const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
            const speaker =
              digit && event.altKey && !event.ctrlKey && !event.metaKey
                ? options.speakerOf(Number(digit))
                : null
            return speaker !== null && act((state) => giveTurns(state, speaker))
          },
          handlePaste: (_, event) =>
            act((state) => pasteLines(state, event.clipboardData?.getData("text/plain") ?? "")),
          handleDrop: () => true,
          handleDOMEvents: {
            // Before the key is read, or what is pasted, so that it is done where the cursor is seen.
            keydown: readCursor,
            paste: readCursor,
            cut: readCursor,
          },
        },
      }),
    ],
  })
  const stamp = () => {
    const ms = options.positionMs()
    if (ms !== null) act((state) => stampTurn(state, Math.round(ms)))
  }
  const hear = () => {
    const ms = startOfTurn(editor.state)
    if (ms !== null) options.play?.(ms)
  }
  const editor = new Editor({
    element: place,
    extensions: [
      Node.create({ name: "doc", topNode: true, content: "turn+" }),
      Node.create({ name: "text" }),
      turnNode((node) =>
        turnView(node, {
          play: options.play,
          labels,
          beginningOf: (dom) => beginningOf(editor.state, [...editor.view.dom.children].indexOf(dom)),
        }),
      ),
      keys,
    ],
    content: nodesOf(readTranscript(doc).turns).toJSON(),
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    editorProps: {
      attributes: {
        class: "turns",
        "aria-label": options.label,
        "aria-multiline": "true",
        spellcheck: "true",
      },
    },
  })
  const binding = bind(doc, {
    state: () => editor.state,
    untold: () => untoldSelection(editor.view),
    dispatch: (transaction) => editor.view.dispatch(transaction),
  })
  const painter = paintWords(editor.view, (heard) => {
    editor.on("transaction", heard)
    return () => editor.off("transaction", heard)
  })
  painter.set("stressed", ({ words }) => emphasisOf(words))
  painter.set("stress-sign", ({ words }) => stressSignsOf(words))
  painter.set("nonverbal", ({ words }) => nonverbalOf(words))
  painter.set("inaudible", ({ words }) => inaudibleOf(words))
  const mark = actsOf(history)
  editor.on("transaction", ({ transaction, appendedTransactions }) => {
    for (const each of [transaction, ...appendedTransactions]) {
      if (!each.getMeta(FROM_TEXT) && !each.getMeta(ALONG)) mark(each)
      binding.applied(each)
    }
  })
  return {
    doc,
    history,
    view: editor.view,
    onTransaction(heard) {
      const hear = ({ transaction }: { transaction: Transaction }) => heard(transaction)
      editor.on("transaction", hear)
      return () => editor.off("transaction", hear)
    },
    give(speaker) {
      act((state) => giveTurns(state, speaker))
      editor.view.focus()
    },
    follow: (element) => followSound(editor.view, element, words.now),
    remark() {
      act(insertRemark)
      editor.view.focus()
    },
    emphasis() {
      act(stress)
      editor.view.focus()
    },
    move(by) {
      moveSelectedTurns({ view: editor.view, doc, history }, by)
      editor.view.focus()
    },
    inaudible() {
      const ms = options.positionMs()
      act((state) => insertInaudible(state, ms === null ? null : positionText(ms)))
      editor.view.focus()
    },
    stamp,
    hear,
    hearWord() {
      if (options.play) playWord(editor.view, editor.state.selection.head, options.play, words.now())
    },
    take(chosen) {
      act((state) => chooseAgain(state, chosen))
      editor.view.focus()
    },
    focus: () => editor.view.focus(),
    destroy() {
      painter.destroy()
      binding.destroy()
      editor.destroy()
      history.destroy()
      forgetSettled()
      labels.destroy()
      words.destroy()
    },
  }
}
