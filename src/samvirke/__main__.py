"""`python -m samvirke` is the same as `samvirke`."""

from samvirke.cli import main

if __name__ == "__main__":
    main()
