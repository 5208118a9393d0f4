CREATE TABLE "erasure" (
	"id" text PRIMARY KEY NOT NULL,
	"project" text NOT NULL,
	"source" text,
	"what" text NOT NULL,
	"by" text,
	"files" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "retention" (
	"source" text PRIMARY KEY NOT NULL,
	"destroy_on" date,
	"destroyed_at" timestamp with time zone,
	"destroyed_by" text
);
--> statement-breakpoint
ALTER TABLE "doc_room" ADD COLUMN "gone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "recording_months" integer;--> statement-breakpoint
ALTER TABLE "retention" ADD CONSTRAINT "retention_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erasure_source_index" ON "erasure" USING btree ("source");