import { describe, expect, it } from "vitest"
import { recordingKind } from "../../../server/imports/recordingKind"

const bytes = (start: string, length = 64) =>
  Uint8Array.from({ length }, (_, at) => start.charCodeAt(at) || 0)

describe("recordings, by their bytes", () => {
  it.each([
    ["ID3\x04\x00", "a.mp3", "audio/mpeg", "mp3"],
    ["\xff\xfb\x90\x64", "a.mp3", "audio/mpeg", "mp3"],
    ["\xff\xf3\x40\xc0", "sans-nom", "audio/mpeg", "mp3"],
    ["\x00\x00\x00\x20ftypM4A ", "a.m4a", "audio/mp4", "m4a"],
    ["\x00\x00\x00\x20ftypisom", "a.m4a", "audio/mp4", "m4a"],
    ["\x00\x00\x00\x20ftypisom", "a.mp4", "video/mp4", "mp4"],
    ["RIFF\x24\x08\x00\x00WAVEfmt ", "a.wav", "audio/wav", "wav"],
    ["OggS\x00\x02", "a.ogg", "audio/ogg", "ogg"],
    ["OggS\x00\x02", "a.opus", "audio/ogg", "opus"],
    ["\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", "a.webm", "video/webm", "webm"],
    ["\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", "a.weba", "audio/webm", "webm"],
  ])("%j named %s", (start, name, mime, extension) => {
    expect(recordingKind(bytes(start), name)).toEqual({ mime, extension })
  })
})

describe("no recordings, whatever their names", () => {
  it.each([
    ["a program", "MZ\x90\x00\x03", "entretien.mp3"],
    ["another program", "\x7fELF\x02\x01", "entretien.mp3"],
    ["a page", "<!doctype html>", "entretien.ogg"],
    ["an image of the same container", "RIFF\x24\x08\x00\x00WEBPVP8 ", "entretien.wav"],
    ["a photograph of a telephone", "\x00\x00\x00\x20ftypheic", "entretien.m4a"],
    ["a Matroska film", "\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x88matroska", "entretien.webm"],
    ["set bits that are no frame", "\xff\xff\xff\xff", "entretien.mp3"],
    ["text in UTF-16", "\xff\xfeM\x007\x00", "entretien.mp3"],
    ["a speaker called ID3", "ID3 : Bonjour", "entretien.mp3"],
    ["zeros", "", "entretien.mp3"],
  ])("%s", (_, start, name) => expect(recordingKind(bytes(start), name)).toBeNull())

  it("nothing at all, or less than a signature", () => {
    expect(recordingKind(new Uint8Array(0), "entretien.mp3")).toBeNull()
    expect(recordingKind(bytes("OggS").subarray(0, 3), "entretien.ogg")).toBeNull()
  })
})
