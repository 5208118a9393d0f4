CREATE TABLE "guide" (
	"id" text PRIMARY KEY NOT NULL,
	"project" text NOT NULL,
	"number" integer NOT NULL,
	"questions" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guide_use" (
	"source" text PRIMARY KEY NOT NULL,
	"guide" text NOT NULL,
	"account" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guide_validation" (
	"guide" text NOT NULL,
	"account" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guide_validation_guide_account_pk" PRIMARY KEY("guide","account")
);
--> statement-breakpoint
ALTER TABLE "guide" ADD CONSTRAINT "guide_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_use" ADD CONSTRAINT "guide_use_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_use" ADD CONSTRAINT "guide_use_guide_guide_id_fk" FOREIGN KEY ("guide") REFERENCES "public"."guide"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guide_validation" ADD CONSTRAINT "guide_validation_guide_guide_id_fk" FOREIGN KEY ("guide") REFERENCES "public"."guide"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "guide_project_number_index" ON "guide" USING btree ("project","number");--> statement-breakpoint
CREATE INDEX "guide_use_guide_index" ON "guide_use" USING btree ("guide");