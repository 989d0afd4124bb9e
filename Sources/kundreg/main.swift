print("kundreg")
