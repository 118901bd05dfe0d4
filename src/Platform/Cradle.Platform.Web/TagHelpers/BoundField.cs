using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Cradle.Platform.Web.TagHelpers;

/// <summary>One field of a form as the page knows it: its name, ids, value and error. Hint and error are bound to it by id.</summary>
internal sealed class BoundField
{
    private BoundField(string name, string? value, string? error, string? hint)
    {
        Name = name;
        Id = IdOf(name);
        Value = value;
        Error = error;
        Hint = hint.OrNull();
    }

    public string Name { get; }

    public string Id { get; }

    public string? Value { get; }

    public string? Error { get; }

    public string? Hint { get; }

    public string? DescribedBy => (Hint, Error) switch
    {
        (null, null) => null,
        (not null, null) => HintId,
        (null, not null) => ErrorId,
        _ => $"{HintId} {ErrorId}",
    };

    private string HintId => Id + "-hint";

    private string ErrorId => Id + "-err";

    /// <summary>The id that the error summary links to.</summary>
    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>From a property of the page, or from a bare name where the fields are not known at compile time.</summary>
    public static BoundField Of(ViewContext view, ModelExpression? property, string? name, string? value, string? hint)
    {
        var full = property is not null
            ? view.ViewData.TemplateInfo.GetFullHtmlFieldName(property.Name)
            : name ?? throw new InvalidOperationException("A field needs 'for' or 'name'.");
        var entry = view.ViewData.ModelState[full];
        var error = entry?.Errors.Select(problem => problem.ErrorMessage.OrNull()).FirstOrDefault(text => text is not null);
        return new BoundField(full, entry?.AttemptedValue ?? value ?? Write(property?.Model), error, hint);
    }

    /// <summary>What was posted for one part of the field, or what the page knows.</summary>
    public static string? Posted(ViewContext view, string name, string? otherwise) => view.ViewData.ModelState[name]?.AttemptedValue ?? otherwise;

    public TagBuilder? HintLine() => Hint is null ? null : Markup.Element("p", "hint", Hint).With("id", HintId);

    public TagBuilder? ErrorLine() => Error is null
        ? null
        : Markup.Element("p", "err").With("id", ErrorId).Append(Icons.Draw("late", Wording.Say("错误", "Error"))).Append(Markup.Element("span", text: Error));

    private static string? Write(object? model) => model switch
    {
        null => null,
        bool truth => truth ? "true" : "false",
        DateOnly date => Wording.Iso(date),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => model.ToString(),
    };
}
