ALTER TABLE "provider_gates" RENAME TO "provider_rate_limits";--> statement-breakpoint
ALTER TABLE "provider_rate_limits" RENAME COLUMN "opens_at" TO "next_at";--> statement-breakpoint
ALTER INDEX "provider_gates_pkey" RENAME TO "provider_rate_limits_pkey";
