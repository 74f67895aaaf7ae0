"""Units, months, prices and expressions: the arithmetic a study is written in."""
