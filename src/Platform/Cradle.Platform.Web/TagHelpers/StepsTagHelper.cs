using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary><c>&lt;cr-steps current="3" total="7" /&gt;</c>: how far one is. The number of questions may shrink on the way, so it is "at most".</summary>
[HtmlTargetElement("cr-steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepsTagHelper : TagHelper
{
    // More blocks than this can't be told apart on a phone; then the words alone say it.
    private const int MostBlocks = 24;

    public int Current { get; set; }

    /// <summary>Null where nobody can say yet.</summary>
    public int? Total { get; set; }

    /// <summary>The total can't shrink.</summary>
    public bool Exact { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Become("div", "steps");
        if (Total <= MostBlocks)
        {
            var blocks = Markup.Element("ol").With("aria-hidden", "true");
            for (var step = 1; step <= Total; step++)
                blocks.Append(Markup.Element("li", step < Current ? "on" : step == Current ? "now" : null));
            output.Content.SetHtmlContent(blocks);
        }

        output.Content.AppendHtml(Markup.Element("span", text: (Exact, Total) switch
        {
            (_, null) => Wording.Say($"第 {Current} 题", $"Question {Current}"),
            (true, _) => Wording.Say($"第 {Current} 步，共 {Total} 步", $"Step {Current} of {Total}"),
            _ => Wording.Say($"第 {Current} 题，最多 {Total} 题", $"Question {Current} of at most {Total}"),
        }));
    }
}
