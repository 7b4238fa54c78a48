CREATE TABLE "case_links" (
	"customer_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"send_id" uuid,
	"document_id" uuid,
	"conversation_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "case_links_customer_id_case_id_id_pk" PRIMARY KEY("customer_id","case_id","id"),
	CONSTRAINT "case_links_once" UNIQUE NULLS NOT DISTINCT("customer_id","case_id","send_id","document_id","conversation_id"),
	CONSTRAINT "case_links_target" CHECK (num_nonnulls(send_id, document_id, conversation_id) = 1)
);
--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_customer_id_case_id_cases_customer_id_id_fk" FOREIGN KEY ("customer_id","case_id") REFERENCES "public"."cases"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_customer_id_send_id_sends_customer_id_id_fk" FOREIGN KEY ("customer_id","send_id") REFERENCES "public"."sends"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_customer_id_document_id_documents_customer_id_id_fk" FOREIGN KEY ("customer_id","document_id") REFERENCES "public"."documents"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_links" ADD CONSTRAINT "case_links_customer_id_conversation_id_conversations_customer_id_id_fk" FOREIGN KEY ("customer_id","conversation_id") REFERENCES "public"."conversations"("customer_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_links_send" ON "case_links" USING btree ("customer_id","send_id") WHERE send_id is not null;--> statement-breakpoint
CREATE INDEX "case_links_document" ON "case_links" USING btree ("customer_id","document_id") WHERE document_id is not null;--> statement-breakpoint
CREATE INDEX "case_links_conversation" ON "case_links" USING btree ("customer_id","conversation_id") WHERE conversation_id is not null;