CREATE TABLE "memo" (
	"id" text PRIMARY KEY NOT NULL,
	"project" text NOT NULL,
	"author" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"sharing" text NOT NULL,
	"source" text,
	"code" text,
	"key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "memo" ADD CONSTRAINT "memo_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memo" ADD CONSTRAINT "memo_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "memo_project_index" ON "memo" USING btree ("project");--> statement-breakpoint
CREATE INDEX "memo_source_index" ON "memo" USING btree ("source");--> statement-breakpoint
CREATE UNIQUE INDEX "memo_author_key_index" ON "memo" USING btree ("author","key");