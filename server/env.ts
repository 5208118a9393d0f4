/** The environment, read once. Nothing below this file looks at `process.env`. */
import { createHash } from "node:crypto"
import { resolve } from "node:path"
import { z } from "zod"
import type { Program } from "./machine/askMachine"

const read = z.object({
  NODE_ENV: z.string().default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default("./data"),
  DATABASE_URL: z.string().optional(),
  AUTH_SECRET: z.string().min(16).optional(),
  PUBLIC_URL: z.url().optional(),
  DEMO_PASSWORD: z.string().min(4).default("binome-demo"),
  BACKUP_DIR: z.string().optional(),
  BACKUP_KEEP: z.coerce.number().int().min(1).default(7),
  TRANSCRIBE_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRANSCRIBE_KEY: z.string().optional(),
  TRANSCRIBE_MODEL: z.string().default("whisper-1"),
  TRANSCRIBE_LANGUAGE: z
    .string()
    .regex(/^[a-z]{2}$/)
    .optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  /** Tests only: makes ids and times repeatable, so that two runs can be compared byte for byte (B10). */
  BINOME_SEED: z.string().optional(),
  /** Tests only: no limit on sign-in attempts. */
  BINOME_TEST: z.string().optional(),
  /** Tests only: where the process kills itself. */
  BINOME_CRASH_AT: z.string().optional(),
})

export interface Env {
  readonly dev: boolean
  readonly demo: boolean
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  /** Null: one is made on first start and kept in the data folder. */
  readonly authSecret: string | null
  readonly publicUrl: string | null
  readonly demoPassword: string
  /** Where a copy a day is put; null: none is made. */
  readonly backupDir: string | null
  readonly backupKeep: number
  /** The program that transcribes; null: there is none. */
  readonly transcribe: Program | null
  /** Null: there is no /metrics. */
  readonly metricsToken: string | null
  readonly logLevel: string
  readonly seed: string | null
  readonly test: boolean
  readonly crashAt: string | null
}

/** Throws with one sentence that names the variable when one cannot be used. */
export function readEnv(variables: Record<string, string | undefined>, args: readonly string[]): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""))
  const parsed = read.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new Error(`The environment variable ${issue.path.join(".")} cannot be used: ${issue.message}`)
  }
  const env = parsed.data
  const demo = args.includes("--demo")
  return {
    dev: args.includes("--dev"),
    demo,
    port: env.PORT,
    host: demo ? "127.0.0.1" : (env.HOST ?? "0.0.0.0"),
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL ?? null,
    authSecret: env.AUTH_SECRET ?? (env.BINOME_SEED ? hash(env.BINOME_SEED) : null),
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, "") ?? null,
    demoPassword: env.DEMO_PASSWORD,
    backupDir: env.BACKUP_DIR ? resolve(env.BACKUP_DIR) : null,
    backupKeep: env.BACKUP_KEEP,
    transcribe: env.TRANSCRIBE_URL
      ? {
          url: env.TRANSCRIBE_URL,
          key: env.TRANSCRIBE_KEY ?? null,
          model: env.TRANSCRIBE_MODEL,
          language: env.TRANSCRIBE_LANGUAGE ?? null,
        }
      : null,
    metricsToken: env.METRICS_TOKEN ?? null,
    logLevel: env.LOG_LEVEL,
    seed: env.BINOME_SEED ?? null,
    test: env.BINOME_TEST === "1",
    crashAt: env.BINOME_TEST === "1" ? (env.BINOME_CRASH_AT ?? null) : null,
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex")
}
