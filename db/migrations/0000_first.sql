CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password" text NOT NULL,
	"locale" text DEFAULT 'fr' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "assignment" (
	"source" text NOT NULL,
	"account" text NOT NULL,
	"side" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignment_source_account_pk" PRIMARY KEY("source","account")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text PRIMARY KEY NOT NULL,
	"project" text,
	"account" text,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "code" (
	"id" text PRIMARY KEY NOT NULL,
	"project" text NOT NULL,
	"name" text NOT NULL,
	"parent" text,
	"codable" boolean DEFAULT true NOT NULL,
	"definition" text DEFAULT '' NOT NULL,
	"use_when" text DEFAULT '' NOT NULL,
	"do_not_use_when" text DEFAULT '' NOT NULL,
	"example" text DEFAULT '' NOT NULL,
	"colour" text,
	"order" double precision DEFAULT 0 NOT NULL,
	"origin_member" text,
	"origin_source" text,
	"removed" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "code_change" (
	"id" text PRIMARY KEY NOT NULL,
	"project" text NOT NULL,
	"revision" integer NOT NULL,
	"code" text NOT NULL,
	"field" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"by" text NOT NULL,
	"undoes" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "declaration" (
	"source" text NOT NULL,
	"account" text NOT NULL,
	"talked_before" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "declaration_source_account_pk" PRIMARY KEY("source","account")
);
--> statement-breakpoint
CREATE TABLE "disagreement" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"passage" text NOT NULL,
	"kind" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "doc_room" (
	"room" text PRIMARY KEY NOT NULL,
	"head" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "doc_update" (
	"room" text NOT NULL,
	"seq" bigint NOT NULL,
	"data" "bytea" NOT NULL,
	"member" text,
	"session" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "doc_update_room_seq_pk" PRIMARY KEY("room","seq")
);
--> statement-breakpoint
CREATE TABLE "exposure" (
	"source" text NOT NULL,
	"passage" text NOT NULL,
	"account" text NOT NULL,
	"what" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exposure_passage_account_what_pk" PRIMARY KEY("passage","account","what")
);
--> statement-breakpoint
CREATE TABLE "hand_in" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"passage" text NOT NULL,
	"account" text NOT NULL,
	"revision" integer NOT NULL,
	"idempotency_key" text NOT NULL,
	"transcript_version" integer NOT NULL,
	"codings" jsonb NOT NULL,
	"suggested" jsonb NOT NULL,
	"seen" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"project" text,
	"role" text NOT NULL,
	"secret_hash" text NOT NULL,
	"email" text,
	"created_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_by" text,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitation_secretHash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "later_reading" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"passage" text NOT NULL,
	"round" integer NOT NULL,
	"by" text NOT NULL,
	"code" text NOT NULL,
	"words" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"quote" text NOT NULL,
	"memo" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"assent_by" text,
	"assent_at" timestamp with time zone,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "listening" (
	"id" text PRIMARY KEY NOT NULL,
	"disagreement" text NOT NULL,
	"by" text NOT NULL,
	"together" boolean NOT NULL,
	"start_ms" integer NOT NULL,
	"end_ms" integer NOT NULL,
	"heard_ms" integer NOT NULL,
	"skipped" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"project" text NOT NULL,
	"account" text NOT NULL,
	"role" text NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "membership_project_account_pk" PRIMARY KEY("project","account")
);
--> statement-breakpoint
CREATE TABLE "merge" (
	"id" text PRIMARY KEY NOT NULL,
	"project" text NOT NULL,
	"how" text NOT NULL,
	"from" text NOT NULL,
	"into" text NOT NULL,
	"by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text
);
--> statement-breakpoint
CREATE TABLE "passage" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"index" integer NOT NULL,
	"from" integer NOT NULL,
	"to" integer NOT NULL,
	"anchor" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"question" text DEFAULT '' NOT NULL,
	"approach" text NOT NULL,
	"tolerance" double precision DEFAULT 0.5 NOT NULL,
	"discuss_boundaries" boolean DEFAULT false NOT NULL,
	"codebook_revision" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" text PRIMARY KEY NOT NULL,
	"disagreement" text NOT NULL,
	"revision" integer NOT NULL,
	"by" text NOT NULL,
	"verdict" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"oral" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "recording" (
	"source" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" bigint NOT NULL,
	"original_name" text NOT NULL,
	"duration_ms" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referral" (
	"id" text PRIMARY KEY NOT NULL,
	"disagreement" text NOT NULL,
	"by" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "resolution" (
	"id" text PRIMARY KEY NOT NULL,
	"disagreement" text NOT NULL,
	"how" text NOT NULL,
	"verdict" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"by" jsonb NOT NULL,
	"proposal" text,
	"noted_by" text,
	"merge" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text
);
--> statement-breakpoint
CREATE TABLE "reveal" (
	"passage" text NOT NULL,
	"source" text NOT NULL,
	"round" integer NOT NULL,
	"row" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reveal_passage_round_pk" PRIMARY KEY("passage","round")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"kind" text NOT NULL,
	"secret_hash" text,
	"label" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "session_secretHash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" text PRIMARY KEY NOT NULL,
	"project" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"blindness" text NOT NULL,
	"independent" boolean DEFAULT true NOT NULL,
	"context" jsonb NOT NULL,
	"transcript_version" integer DEFAULT 1 NOT NULL,
	"coding_opened_at" timestamp with time zone,
	"position" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code" ADD CONSTRAINT "code_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_change" ADD CONSTRAINT "code_change_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declaration" ADD CONSTRAINT "declaration_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disagreement" ADD CONSTRAINT "disagreement_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disagreement" ADD CONSTRAINT "disagreement_passage_passage_id_fk" FOREIGN KEY ("passage") REFERENCES "public"."passage"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exposure" ADD CONSTRAINT "exposure_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_in" ADD CONSTRAINT "hand_in_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_in" ADD CONSTRAINT "hand_in_passage_passage_id_fk" FOREIGN KEY ("passage") REFERENCES "public"."passage"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "later_reading" ADD CONSTRAINT "later_reading_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "later_reading" ADD CONSTRAINT "later_reading_passage_passage_id_fk" FOREIGN KEY ("passage") REFERENCES "public"."passage"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listening" ADD CONSTRAINT "listening_disagreement_disagreement_id_fk" FOREIGN KEY ("disagreement") REFERENCES "public"."disagreement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merge" ADD CONSTRAINT "merge_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage" ADD CONSTRAINT "passage_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_disagreement_disagreement_id_fk" FOREIGN KEY ("disagreement") REFERENCES "public"."disagreement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording" ADD CONSTRAINT "recording_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral" ADD CONSTRAINT "referral_disagreement_disagreement_id_fk" FOREIGN KEY ("disagreement") REFERENCES "public"."disagreement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_disagreement_disagreement_id_fk" FOREIGN KEY ("disagreement") REFERENCES "public"."disagreement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveal" ADD CONSTRAINT "reveal_passage_passage_id_fk" FOREIGN KEY ("passage") REFERENCES "public"."passage"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reveal" ADD CONSTRAINT "reveal_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_source_side_index" ON "assignment" USING btree ("source","side");--> statement-breakpoint
CREATE INDEX "audit_project_index" ON "audit" USING btree ("project");--> statement-breakpoint
CREATE INDEX "code_project_index" ON "code" USING btree ("project");--> statement-breakpoint
CREATE INDEX "code_change_project_revision_index" ON "code_change" USING btree ("project","revision");--> statement-breakpoint
CREATE INDEX "disagreement_source_index" ON "disagreement" USING btree ("source");--> statement-breakpoint
CREATE INDEX "exposure_source_index" ON "exposure" USING btree ("source");--> statement-breakpoint
CREATE INDEX "hand_in_source_index" ON "hand_in" USING btree ("source");--> statement-breakpoint
CREATE UNIQUE INDEX "hand_in_account_idempotency_key_index" ON "hand_in" USING btree ("account","idempotency_key");--> statement-breakpoint
CREATE UNIQUE INDEX "hand_in_standing" ON "hand_in" USING btree ("passage","account") WHERE "hand_in"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "later_reading_source_index" ON "later_reading" USING btree ("source");--> statement-breakpoint
CREATE INDEX "listening_disagreement_index" ON "listening" USING btree ("disagreement");--> statement-breakpoint
CREATE INDEX "membership_account_index" ON "membership" USING btree ("account");--> statement-breakpoint
CREATE INDEX "merge_project_index" ON "merge" USING btree ("project");--> statement-breakpoint
CREATE UNIQUE INDEX "passage_source_index_index" ON "passage" USING btree ("source","index");--> statement-breakpoint
CREATE INDEX "proposal_disagreement_index" ON "proposal" USING btree ("disagreement");--> statement-breakpoint
CREATE INDEX "referral_disagreement_index" ON "referral" USING btree ("disagreement");--> statement-breakpoint
CREATE INDEX "resolution_disagreement_index" ON "resolution" USING btree ("disagreement");--> statement-breakpoint
CREATE INDEX "reveal_source_index" ON "reveal" USING btree ("source");--> statement-breakpoint
CREATE INDEX "session_account_index" ON "session" USING btree ("account");--> statement-breakpoint
CREATE INDEX "source_project_index" ON "source" USING btree ("project");--> statement-breakpoint
CREATE FUNCTION refuse_change_of_reveal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('binome.erasing', true) = 'yes' THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  RAISE EXCEPTION 'a reveal is never changed';
END $$;
--> statement-breakpoint
CREATE TRIGGER reveal_is_immutable BEFORE UPDATE OR DELETE ON "reveal" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_reveal();
