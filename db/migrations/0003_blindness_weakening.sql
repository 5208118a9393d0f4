CREATE TABLE "weakening" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"to" text NOT NULL,
	"asked_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended" text
);
--> statement-breakpoint
CREATE TABLE "weakening_consent" (
	"weakening" text NOT NULL,
	"account" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "weakening_consent_weakening_account_pk" PRIMARY KEY("weakening","account")
);
--> statement-breakpoint
ALTER TABLE "weakening" ADD CONSTRAINT "weakening_source_source_id_fk" FOREIGN KEY ("source") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weakening_consent" ADD CONSTRAINT "weakening_consent_weakening_weakening_id_fk" FOREIGN KEY ("weakening") REFERENCES "public"."weakening"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "weakening_asked" ON "weakening" USING btree ("source") WHERE "weakening"."ended_at" is null;