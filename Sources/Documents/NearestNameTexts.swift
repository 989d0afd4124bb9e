package import Texts

/// What is asked of somebody who mistyped a name.
package enum NearestNameTexts {
  package static func didYouMean(_ name: String) -> Text {
    Text(en: "Did you mean \(name)?", sv: "Menade du \(name)?")
  }
}
