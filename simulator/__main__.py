"""`python -m simulator` is `whose-client`."""

from simulator.cli import main

if __name__ == "__main__":
    main()
