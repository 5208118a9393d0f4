CREATE TABLE "participant" (
	"id" text PRIMARY KEY NOT NULL,
	"project" text NOT NULL,
	"letter" text NOT NULL,
	"order" double precision NOT NULL,
	"recruitment" text NOT NULL,
	"why" text NOT NULL,
	"consent" text NOT NULL,
	"consent_on" date,
	"sheet" text NOT NULL,
	"withdrawal" text NOT NULL,
	"withdrawn_on" date,
	"values" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participant_change" (
	"account" text NOT NULL,
	"key" text NOT NULL,
	"project" text NOT NULL,
	"made" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "participant_change_account_key_pk" PRIMARY KEY("account","key")
);
--> statement-breakpoint
CREATE TABLE "participant_variable" (
	"id" text PRIMARY KEY NOT NULL,
	"project" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"unit" text NOT NULL,
	"choices" jsonb NOT NULL,
	"order" double precision NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participation" (
	"participant" text NOT NULL,
	"source" text NOT NULL,
	"letter" text NOT NULL,
	"attendance" text NOT NULL,
	"third" text NOT NULL,
	"place" integer NOT NULL,
	CONSTRAINT "participation_participant_source_pk" PRIMARY KEY("participant","source")
);
--> statement-breakpoint
ALTER TABLE "participant" ADD CONSTRAINT "participant_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant_change" ADD CONSTRAINT "participant_change_account_account_id_fk" FOREIGN KEY ("account") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant_change" ADD CONSTRAINT "participant_change_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participant_variable" ADD CONSTRAINT "participant_variable_project_project_id_fk" FOREIGN KEY ("project") REFERENCES "public"."project"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_participant_participant_id_fk" FOREIGN KEY ("participant") REFERENCES "public"."participant"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participation" ADD CONSTRAINT "participation_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "participant_project_index" ON "participant" USING btree ("project");--> statement-breakpoint
CREATE INDEX "participant_variable_project_index" ON "participant_variable" USING btree ("project");--> statement-breakpoint
CREATE INDEX "participation_source_index" ON "participation" USING btree ("source");