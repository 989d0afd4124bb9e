import Foundation
import KundregPage

exit(await PageProgram.run(CommandLine.arguments))
