using Cradle.Platform.Prints;
using Cradle.Platform.Web.Accounts;
using Cradle.Platform.Web.Http;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary><c>&lt;cr-printed print="Model.Print" /&gt;</c>: the foot of a paper: its number, who issued it when, and the code by which anybody checks that it is genuine.</summary>
[HtmlTargetElement("cr-printed", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PrintedTagHelper(PublicAddress address, HeldRoleText places) : TagHelper
{
    public required IssuedPrint Print { get; set; }

    /// <summary>Whether a seal goes beside it.</summary>
    public bool Sealed { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var site = address.Before(request) + request.PathBase;
        var code = CheckCode.Grouped(Print.Code);
        output.Become("footer", "printed");
        output.Content.SetHtmlContent(QrTagHelper.Draw($"{site}/check/{Print.Code}", Wording.Say($"查验码 {code}", $"Check code {code}")));
        output.Content.AppendHtml(Markup.Element("div")
            .Append(Line(Wording.Say("文书编号 ", "Paper "), Print.Number))
            .Append(Line(Wording.Say("出具 ", "Issued "), $"{places.PlaceOf(Print.Division)} · {Wording.Iso(ChinaTime.DayOf(Print.Issued))}"))
            .Append(Line(Wording.Say("查验码 ", "Check code "), code))
            .Append(Markup.Element("p", "small", Wording.Say($"扫码，或在 {site}/check 输入查验码，可以查它是不是真的、还有没有效。", $"Scan it, or enter the code at {site}/check, to see whether this paper is genuine and in force."))));
        if (Sealed)
            output.Content.AppendHtml(Markup.Element("div", "seal only-print", Wording.Say("（盖章处）", "(seal)")));
    }

    private static TagBuilder Line(string label, string value) => Markup.Element("p").Append(label).Append(Markup.Element("b", "num", value));
}
