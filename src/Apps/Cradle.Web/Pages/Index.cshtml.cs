using Cradle.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Web.Pages;

[AllowAnonymous]
public sealed class IndexModel : PageModel
{
    /// <summary>Every mark that a result may carry, with its meaning.</summary>
    public IReadOnlyList<(string Status, Words Meaning)> Marks { get; } =
    [
        ("entitled", new("条件都满足，有文件、有条款，写明多少、多久。", "Every condition holds; a clause says what and how long.")),
        ("unknown", new("再答一两个问题就能确定。", "One or two more answers will settle it.")),
        ("notYet", new("符合条件，还没到可以用的时候。", "It is yours, but its time has not come.")),
        ("notSet", new("上级写了要给，数额由本地定，本地还没有公布。", "Promised from above; the locality has not set the figure.")),
        ("programme", new("政府在推动，不是个人可以直接申领的待遇。", "Promoted by government; not something to claim.")),
        ("advisory", new("征求意见稿里这样写，现行规定没有或者不一样：先知道，先不要指望。", "A draft says so, and the rules in force do not, or differ: good to know, not to rely on.")),
        ("conflict", new("几份文件说法不同，我们都列出来，不替您选。", "Texts disagree; we show each and choose none.")),
        ("notEntitled", new("有一个条件不满足，会写明是哪一个。", "A condition does not hold, and we say which.")),
        ("ended", new("曾经可以享受，时间已经过了。", "It was yours; its time is over.")),
    ];
}
