CREATE TRIGGER consultations_no_update BEFORE UPDATE ON consultations BEGIN SELECT RAISE(ABORT, 'consultations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER consultations_no_delete BEFORE DELETE ON consultations BEGIN SELECT RAISE(ABORT, 'consultations is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER consultation_results_no_update BEFORE UPDATE ON consultation_results BEGIN SELECT RAISE(ABORT, 'consultation_results is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER consultation_results_no_delete BEFORE DELETE ON consultation_results BEGIN SELECT RAISE(ABORT, 'consultation_results is append-only'); END;
