using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>The last line of an outcome card: clauses, and where to read on.</summary>
[HtmlTargetElement("cr-outcome-foot", ParentTag = "cr-outcome")]
public sealed class OutcomeFootTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((OutcomeTagHelper.OutcomeFoot)context.Items[typeof(OutcomeTagHelper.OutcomeFoot)]).Content = await output.GetChildContentAsync();
        output.SuppressOutput();
    }
}
