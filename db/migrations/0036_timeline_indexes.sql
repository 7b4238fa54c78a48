CREATE INDEX "acceptances_timeline" ON "acceptances" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "acceptances_timeline_decided" ON "acceptances" USING btree ("customer_id","decided_at","id") WHERE decided_at is not null;--> statement-breakpoint
CREATE INDEX "audit_events_edits" ON "audit_events" USING btree ("customer_id","at","seq") WHERE split_part(event, '.', 1) in ('customer', 'contact');--> statement-breakpoint
CREATE INDEX "case_comments_timeline" ON "case_comments" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "cases_timeline" ON "cases" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "cases_timeline_closed" ON "cases" USING btree ("customer_id","closed_at","id") WHERE closed_at is not null;--> statement-breakpoint
CREATE INDEX "consents_timeline" ON "consents" USING btree ("customer_id","at","id");--> statement-breakpoint
CREATE INDEX "documents_timeline" ON "documents" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notes_timeline" ON "notes" USING btree ("customer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "sends_timeline" ON "sends" USING btree ("customer_id","channel","created_at","id") WHERE not test;