ALTER TABLE "account" ADD COLUMN "keys" jsonb;--> statement-breakpoint
ALTER TABLE "membership" ADD COLUMN "abbreviations" jsonb;