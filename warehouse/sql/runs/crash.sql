UPDATE runs SET state = 'crashed', finished_at = ?, error_message = 'The process ended without a word.' WHERE run_id = ?;
