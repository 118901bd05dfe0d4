using Cradle.Platform.Web.Work;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>
/// <c>&lt;cr-worklist model="…"&gt;buttons&lt;/cr-worklist&gt;</c>: rows by last day with a light that is shape and word. Where the model has a name
/// for its boxes, rows are chosen, and the content is what can be done with the chosen ones; the page's form stands around it.
/// With scripts: j and k go down and up, x chooses, Enter opens.
/// </summary>
[HtmlTargetElement("cr-worklist")]
public sealed class WorklistTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required Worklist Model { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var buttons = await output.GetChildContentAsync();
        if (Model.Items.Count == 0)
        {
            output.Become(Markup.Element("p", "empty-line", Model.Empty ?? Wording.Say("现在没有要办的。", "Nothing to do now.")));
            return;
        }

        output.TagName = null;
        if (Model.Choose is not null)
        {
            output.Content.AppendHtml(Markup.Element("div", "batch").Append(buttons));
        }

        var columns = new List<(string? Text, string Hidden)> { (Wording.Say("时限", "Limit"), ""), (Wording.Say("事项", "What"), ""), (Wording.Say("步骤", "Step"), ""), (Wording.Say("截止", "Due"), "") };
        if (Model.Choose is not null)
        {
            columns.Insert(0, (null, Wording.Say("选择", "Choose")));
        }

        var head = columns.Aggregate(Markup.Element("tr"), (row, column) => row.Append(Markup.Element("th").With("scope", "col").Append(column.Text is { } text ? new HtmlString(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text)) : Markup.Element("span", "vh", column.Hidden))));
        var body = Model.Items.Aggregate(Markup.Element("tbody"), (rows, item) => rows.Append(Row(item)));
        output.Content.AppendHtml(Markup.Element("div", "frame").Append(Markup.Element("table", "tbl flat").With("data-worklist", "")
            .Append(Markup.Element("caption", "vh", Model.Caption)).Append(Markup.Element("thead").Append(head)).Append(body)));
        output.Content.AppendHtml(Markup.Element("p", "small keys").With("hidden", "").Append(Wording.Say("键盘：j、k 上下，x 选择，回车打开。", "Keys: j and k move, x chooses, Enter opens.")));
        output.Content.AppendHtml(Markup.Element("script").With("src", ViewContext.HttpContext.Request.PathBase + "/_content/Cradle.Platform.Web/js/worklist.js").With("defer", ""));
    }

    private TagBuilder Row(WorkItem item)
    {
        var light = item.Waiting ? Light.Waiting : TimeLight.Of(item.Due, Model.Today);
        var row = Markup.Element("tr");
        if (Model.Choose is { } name)
        {
            row.Append(Markup.Element("td", "pick").Append(Markup.Element("label", "box").Append(Box(name, item))));
        }

        var what = Markup.Element("th").With("scope", "row").Append(Markup.Element("a", text: item.Title).With("href", Address(item.Href)));
        if ((item.Number ?? item.Place) is not null)
        {
            what.Append(Markup.Element("small", "num", string.Join(" · ", new[] { item.Number, item.Place }.OfType<string>())));
        }

        return row
            .Append(Markup.Element("td").Append(Markup.Element("span", "tl tl-" + TimeLight.IconOf(light)).Append(Icons.Draw(TimeLight.IconOf(light))).Append(item.Waiting ? TimeLight.Say(light) : TimeLight.Say(item.Due, Model.Today))))
            .Append(what)
            .Append(Markup.Element("td", text: item.What).With("data-l", Wording.Say("步骤", "Step")))
            .Append(Markup.Element("td", "num", item.Due is { } due ? Wording.Iso(due) : "—").With("data-l", Wording.Say("截止", "Due")));
    }

    private static TagBuilder Box(string name, WorkItem item)
    {
        var box = Markup.Element("input").With("type", "checkbox").With("name", name).With("value", item.Id)
            .With("aria-label", Wording.Say($"选择 {item.Title} {item.Number}", $"Choose {item.Title} {item.Number}"));
        box.TagRenderMode = TagRenderMode.SelfClosing;
        return box;
    }

    private string Address(string href) => href.StartsWith("~/", StringComparison.Ordinal) ? ViewContext.HttpContext.Request.PathBase + href[1..] : href;
}
