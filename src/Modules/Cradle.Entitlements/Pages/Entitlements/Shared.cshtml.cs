using Cradle.Entitlements.Calculator;
using Cradle.Entitlements.Policies;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Entitlements;

/// <summary>A list that somebody shared, in the parts and the order of the result it was made from.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[AllowAnonymous]
public sealed class SharedModel(PolicyLibrary library, SharedLists shares) : PageModel
{
    private const string RowsPartial = "/Pages/Entitlements/_SharedRows.cshtml";

    /// <summary>The list; null where whoever shared it has ended it.</summary>
    public SharedList? List { get; private set; }

    /// <summary>Whether this browser shared it and may take it back.</summary>
    public bool IsOwn { get; private set; }

    public IReadOnlyList<SharedItem> Items { get; private set; } = [];

    /// <summary>What is due, with a figure: shown in full.</summary>
    public IReadOnlyList<SharedItem> Figures => [.. InForce(OutcomeStatus.Entitled).Where(item => item.Figure.Length > 0)];

    /// <summary>Rights and services without a figure: folded.</summary>
    public IReadOnlyList<SharedItem> Plain => [.. InForce(OutcomeStatus.Entitled).Where(item => item.Figure.Length == 0)];

    public DraftHints Drafts => new(
        [.. DraftsApart.Select(item => item.Name)],
        [.. Items.Where(item => item.Line is { Draft: true, Alike: true }).DistinctBy(item => item.Header.Id).Select(item => (item.Name, Url.ToQuantity(item.Header.Id)))],
        (RowsPartial, DraftsApart));

    /// <summary>Groups that are folded after the drafts, as far as they hold something.</summary>
    public IEnumerable<(FoldedGroup Group, IReadOnlyList<SharedItem> Items)> Folded =>
        new[] { (FoldedGroup.NotSet, InForce(OutcomeStatus.NotSet)), (FoldedGroup.Programme, InForce(OutcomeStatus.Programme)) }.Where(part => part.Item2.Count > 0);

    private IReadOnlyList<SharedItem> DraftsApart => [.. Items.Where(item => item.Line is { Draft: true, Alike: false })];

    public async Task<IActionResult> OnGetAsync(string id)
    {
        if (await shares.FindAsync(id, HttpContext.RequestAborted) is not { } link)
            return NotFound();
        if (link.List is not { } list)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        (List, IsOwn, Items) = (list, SharedLists.IsOwn(HttpContext, id), ItemsOf(list));
        return Page();
    }

    /// <summary>Takes the list back.</summary>
    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!SharedLists.IsOwn(HttpContext, id))
            return NotFound();
        await shares.RevokeAsync(HttpContext, id);
        return Redirect(EntitlementsLinks.Result);
    }

    /// <summary>What the mother and the father have alike is one line that names both.</summary>
    private List<SharedItem> ItemsOf(SharedList list) =>
    [
        .. from line in list.Lines
           group line.Beneficiary by line with { Beneficiary = "" } into same
           let item = ItemOf(same.Key, [.. same], list)
           where item is not null
           select item,
    ];

    private IReadOnlyList<SharedItem> InForce(OutcomeStatus status) => [.. Items.Where(item => !item.Line.Draft && item.Line.Status == AnswerWriter.NameOf(status))];

    /// <summary>A line with its rule; null where the rule is in force no more.</summary>
    private SharedItem? ItemOf(SharedLine line, IReadOnlyList<string> beneficiaries, SharedList list)
    {
        if (Find(line.Quantity, line.Rule) is not var (header, rule))
            return null;
        var added = line.Added is { } part && Find(part.Quantity, part.Rule) is var (more, other) ? (Part: part, Header: more, Rule: other) : ((SharedPart Part, QuantityHeader Header, Rule Rule)?)null;
        var today = line.Draft ? list.Lines.FirstOrDefault(law => !law.Draft && law.Quantity == line.Quantity && beneficiaries.Contains(law.Beneficiary)) : null;
        return new SharedItem(
            line,
            header,
            Figure(line, header),
            OutcomeText.People(beneficiaries.Select(OutcomeText.Person), line.Value is not null),
            [.. OutcomeText.Parts(rule, added is var (figure, of, _) ? (of, library.Renderer.Value(figure.Value, of, figure.Limit)) : null)],
            [.. rule.Cites.Concat(added?.Rule.Cites ?? []).Distinct()],
            today is null ? "" : Figure(today, header));
    }

    private string Figure(SharedLine line, QuantityHeader header) => line.Value is { } value ? library.Renderer.Value(value, header, line.Limit) : "";

    private (QuantityHeader Header, Rule Rule)? Find(string quantity, string rule) =>
        library.Policy.Quantities.FirstOrDefault(item => item.Header.Id == quantity) is { } found && library.Policy.Rules.GetValueOrDefault(rule) is { } by ? (by.In(found.Header), by) : null;
}

/// <summary>A line of a shared list in words.</summary>
/// <param name="Line">The line as it is kept.</param>
/// <param name="Figure">The figure with its bound and unit; empty where there is none.</param>
/// <param name="Who">Everybody it is for.</param>
/// <param name="Parts">What the figure includes.</param>
/// <param name="Cites">The clauses of the figure and of what was added to it.</param>
/// <param name="Today">Of a draft, the figure of the rule in force; empty where there is none.</param>
public sealed record SharedItem(SharedLine Line, QuantityHeader Header, string Figure, string Who, IReadOnlyList<string> Parts, IReadOnlyList<Citation> Cites, string Today)
{
    public string Name => Header.Label.In(PolicyLibrary.Language);
}
