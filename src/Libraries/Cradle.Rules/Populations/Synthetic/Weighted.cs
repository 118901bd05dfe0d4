namespace Cradle.Rules.Populations.Synthetic;

/// <summary>Names with weights, to draw from.</summary>
internal sealed class Weighted<T>(IReadOnlyList<(T Item, long Weight)> items)
{
    private readonly long _total = items.Sum(item => item.Weight);

    public IReadOnlyList<(T Item, long Weight)> Items => items;

    public T Draw(Chance chance)
    {
        var left = chance.Below(_total);
        foreach (var (item, weight) in items)
            if ((left -= weight) < 0)
                return item;
        return items[^1].Item;
    }
}
