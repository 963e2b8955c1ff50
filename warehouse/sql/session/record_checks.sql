INSERT INTO checks BY NAME FROM staged_checks;
