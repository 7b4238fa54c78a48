DROP INDEX "conversations_opened";--> statement-breakpoint
CREATE INDEX "attachments_timeline" ON "attachments" USING btree ("customer_id","created_at","id") WHERE case_id is null and send_id is null;--> statement-breakpoint
CREATE INDEX "attachments_timeline_case" ON "attachments" USING btree ("customer_id","created_at","id") WHERE case_id is not null;--> statement-breakpoint
CREATE INDEX "attachments_timeline_send" ON "attachments" USING btree ("customer_id","created_at","id") WHERE send_id is not null;--> statement-breakpoint
CREATE INDEX "conversations_timeline" ON "conversations" USING btree ("customer_id","channel","opened_at","id");