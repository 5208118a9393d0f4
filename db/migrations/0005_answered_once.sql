CREATE TABLE "answered" (
	"account" text NOT NULL,
	"key" text NOT NULL,
	"disagreement" text NOT NULL,
	"digest" text NOT NULL,
	"answer" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answered_account_key_pk" PRIMARY KEY("account","key")
);
--> statement-breakpoint
ALTER TABLE "answered" ADD CONSTRAINT "answered_disagreement_disagreement_id_fk" FOREIGN KEY ("disagreement") REFERENCES "public"."disagreement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answered_disagreement_index" ON "answered" USING btree ("disagreement");