namespace Cradle.Platform.Web.Work;

/// <summary>What somebody has to do, by last day.</summary>
/// <param name="Caption">What the list is, for who cannot see it.</param>
/// <param name="Today">The day that limits are told from.</param>
/// <param name="Items">Its rows, in the order in which they are shown.</param>
public sealed record Worklist(string Caption, DateOnly Today, IReadOnlyList<WorkItem> Items)
{
    /// <summary>Name of the boxes by which rows are chosen; none where nothing is done to several.</summary>
    public string? Choose { get; init; }

    /// <summary>What stands where there is nothing to do.</summary>
    public string? Empty { get; init; }
}

/// <summary>One row of a worklist.</summary>
/// <param name="Id">What its box sends.</param>
/// <param name="Href">Where it is handled, from <c>~/</c>.</param>
/// <param name="Title">What it is called; nothing about a person that the list's readers may not see.</param>
/// <param name="Number">Its number.</param>
/// <param name="What">What has to be done, or its state.</param>
/// <param name="Due">Its last day.</param>
public sealed record WorkItem(string Id, string Href, string Title, string? Number, string What, DateOnly? Due)
{
    /// <summary>Whether it is somebody else's turn.</summary>
    public bool Waiting { get; init; }

    /// <summary>Where it belongs.</summary>
    public string? Place { get; init; }
}
