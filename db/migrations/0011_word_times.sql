CREATE TABLE "word_times" (
	"source" text PRIMARY KEY NOT NULL,
	"client" bigint NOT NULL,
	"times" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "word_times" ADD CONSTRAINT "word_times_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;