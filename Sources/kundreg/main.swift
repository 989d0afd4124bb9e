import KundregCLI

Kundreg.run()
