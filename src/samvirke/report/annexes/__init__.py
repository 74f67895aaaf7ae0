"""The annexes: the whole of what the body rests on."""
