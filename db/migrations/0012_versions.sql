CREATE TABLE "text_version" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"account" text NOT NULL,
	"key" text NOT NULL,
	"transcript" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "text_version" ADD CONSTRAINT "text_version_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "text_version_source_index" ON "text_version" USING btree ("source");--> statement-breakpoint
CREATE UNIQUE INDEX "text_version_account_key_index" ON "text_version" USING btree ("account","key");