-- DropIndex
DROP INDEX "Decision_country_at_idx";

-- DropIndex
DROP INDEX "DrainingBudget_at_idx";

-- DropIndex
DROP INDEX "Event_at_idx";

-- DropIndex
DROP INDEX "Exposure_at_idx";
