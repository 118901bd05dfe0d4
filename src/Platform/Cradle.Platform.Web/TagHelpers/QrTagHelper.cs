using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary><c>&lt;cr-qr value="…" label="…" /&gt;</c>: a QR code as one path, dark on white in every theme, so that any camera reads it.</summary>
[HtmlTargetElement("cr-qr", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrTagHelper : TagHelper
{
    public required string Value { get; set; }

    /// <summary>What the code holds, for who can't see it.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become(Draw(Value, Label));
    }

    internal static TagBuilder Draw(string value, string label)
    {
        using var code = QRCodeGenerator.GenerateQrCode(value, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count.ToString(CultureInfo.InvariantCulture);
        return Markup.Element("svg", "qr-code").With("viewBox", $"0 0 {size} {size}").With("role", "img").With("aria-label", label)
            .Append(Markup.Element("rect").With("width", size).With("height", size).With("fill", "#fff"))
            .Append(Markup.Element("path").With("d", PathOf(code)).With("fill", "#000").With("shape-rendering", "crispEdges"));
    }

    // One stroke a run of dark modules.
    private static string PathOf(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            var row = code.ModuleMatrix[y];
            for (var x = 0; x < row.Count; x++)
            {
                var start = x;
                while (x < row.Count && row[x])
                    x++;
                if (x > start)
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1H{start}z");
            }
        }

        return path.ToString();
    }
}
