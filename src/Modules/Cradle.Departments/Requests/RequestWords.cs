using Cradle.Platform.Connectors;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Web;

namespace Cradle.Departments.Requests;

/// <summary>What states of a request are called, and why a decision could not be made.</summary>
public static class RequestWords
{
    public static Words Of(RequestState state) => state switch
    {
        RequestState.Received => new("新收到", "New"),
        RequestState.Processing => new("办理中", "In hand"),
        RequestState.Done => new("已办结", "Done"),
        RequestState.Returned => new("已退回补正", "Returned"),
        RequestState.Refused => new("不予办理", "Refused"),
        _ => new("对方已撤回", "Withdrawn by the sender"),
    };

    public static string Of(RequestError error) => error switch
    {
        RequestError.NotMoved(MoveError.ReasonMissing) => Wording.Say("请写明理由", "Give a reason"),
        RequestError.NotMoved(MoveError.Refused) => Wording.Say("办结要填本部门的编号", "Enter your department's number to complete it"),
        RequestError.NotMoved(MoveError.Illegal) => Wording.Say("它现在的状态不能这样办，请看最新情况", "It can't be done in the state it has now; look again"),
        _ => Wording.Say("没有找到，或者别人刚刚改过，请看最新情况", "Not found, or changed in the meantime; look again"),
    };
}
