import '../../unit/support/defaultCases';
