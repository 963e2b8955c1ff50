SELECT outcome, count(*)::INTEGER FROM outcomes GROUP BY outcome;
