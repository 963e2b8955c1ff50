DELETE FROM migrations WHERE number = 0;
