CREATE TRIGGER progress_reports_frozen BEFORE UPDATE ON progress_reports
WHEN NEW.plan_id IS NOT OLD.plan_id OR NEW.year IS NOT OLD.year OR NEW.edition IS NOT OLD.edition
  OR NEW.form IS NOT OLD.form OR NEW.plan_version IS NOT OLD.plan_version OR NEW.plan_number IS NOT OLD.plan_number
  OR NEW.company_key IS NOT OLD.company_key OR NEW.company_name IS NOT OLD.company_name OR NEW.office_code IS NOT OLD.office_code
  OR NEW.answers IS NOT OLD.answers OR NEW.content IS NOT OLD.content OR NEW.reason IS NOT OLD.reason
  OR NEW.filed_by IS NOT OLD.filed_by OR NEW.filed_by_name IS NOT OLD.filed_by_name OR NEW.filed_at IS NOT OLD.filed_at
  OR OLD.state = 'superseded' OR NEW.state = 'filed'
  OR (OLD.received_on IS NOT NULL AND (NEW.received_on IS NOT OLD.received_on OR NEW.received_by_name IS NOT OLD.received_by_name))
BEGIN SELECT RAISE(ABORT, 'progress_reports can only be received or superseded'); END;
--> statement-breakpoint
CREATE TRIGGER progress_reports_no_delete BEFORE DELETE ON progress_reports BEGIN SELECT RAISE(ABORT, 'progress_reports is append-only'); END;
