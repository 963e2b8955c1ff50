"""The encoder pipeline at run time: one shared transformer for tags, trees and names, on onnxruntime."""
