CREATE TABLE "member_check" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"speaker" text NOT NULL,
	"scope" text NOT NULL,
	"secret_hash" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"first_opened_at" timestamp with time zone,
	"last_opened_at" timestamp with time zone,
	"returned_at" timestamp with time zone,
	CONSTRAINT "member_check_secretHash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "member_comment" (
	"id" text PRIMARY KEY NOT NULL,
	"check" text NOT NULL,
	"key" text NOT NULL,
	"anchor" jsonb,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"outcome_note" text DEFAULT '' NOT NULL,
	"handled_by" text,
	"handled_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "member_check" ADD CONSTRAINT "member_check_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_comment" ADD CONSTRAINT "member_comment_check_member_check_id_fk" FOREIGN KEY ("check") REFERENCES "public"."member_check"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "member_check_source_index" ON "member_check" USING btree ("source");--> statement-breakpoint
CREATE UNIQUE INDEX "member_comment_check_key_index" ON "member_comment" USING btree ("check","key");