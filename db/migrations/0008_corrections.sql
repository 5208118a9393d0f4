CREATE TABLE "correction" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"passage" text NOT NULL,
	"account" text NOT NULL,
	"key" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"anchor" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer,
	"changes" jsonb,
	"applied_at" timestamp with time zone,
	"dropped_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_source_index" ON "correction" USING btree ("source");--> statement-breakpoint
CREATE UNIQUE INDEX "correction_account_key_index" ON "correction" USING btree ("account","key");