"""Failures of the store, and what to do about each."""

STORE_ERRORS = {
    "error.conflict.title": ("Saved by someone else", "他人已保存"),
    "error.conflict.text": (
        "{number} was changed by someone else while you worked on it. Nothing was overwritten: "
        "look at both and choose.",
        "{number} 在您处理期间已被他人修改。没有覆盖任何内容：请对照后选择。",
    ),
    "error.store_busy.title": ("Another session is saving", "其他人正在保存"),
    "error.store_busy.text": (
        "Nothing was saved: another session has been writing to {path} for too long. "
        "Please try again.",
        "未能保存：另一个会话正长时间写入 {path}。请稍后重试。",
    ),
    "error.store_in_use.title": ("The store is in use", "数据正在使用中"),
    "error.store_in_use.text": (
        "{path} is open in another session. Close all of them, then try again.",
        "{path} 正被其他会话打开。请全部关闭后再试。",
    ),
    "error.store_full.title": ("Not saved: no space", "未保存：空间不足"),
    "error.store_full.text": (
        "The disk of {path} is full, or its quota is used up. Your text has not been lost: make "
        "some room, then save again.",
        "{path} 所在磁盘已满或已超出配额。您填写的内容没有丢失：请先清理空间，再次保存。",
    ),
    "error.store_full_to_open.title": ("No space to open the store", "空间不足，无法打开"),
    "error.store_full_to_open.text": (
        "{path} cannot be opened because its disk is full. Nothing in it is lost: make some room, "
        "then try again.",
        "磁盘已满，无法打开 {path}。其中的数据没有丢失：请清理空间后重试。",
    ),
    "error.store_low_disk.title": ("The disk is nearly full", "磁盘空间即将用完"),
    "error.store_low_disk.text": (
        "Only {free} MB are left on the disk of {path}. Make some room before saving stops.",
        "{path} 所在磁盘仅剩 {free} MB。请尽快清理，以免无法保存。",
    ),
    "error.store_disk_error.title": ("The disk reports an error", "磁盘读写出错"),
    "error.store_disk_error.text": (
        "The disk could not read or write {path}. Nothing was saved: ask whoever looks after this "
        "machine to check the disk.",
        "磁盘无法读写 {path}，本次未保存。请联系管理员检查磁盘。",
    ),
    "error.store_read_only.title": ("You may read but not save", "只能查看，不能保存"),
    "error.store_read_only.text": (
        "You have no right to write to {path}. Ask your administrator for it: the group and the "
        "mode of the file decide.",
        "您没有写入 {path} 的权限。请联系管理员，检查该文件的所属组和权限。",
    ),
    "error.store_directory_read_only.title": ("You may not write there", "目录不可写"),
    "error.store_directory_read_only.text": (
        "{path} needs a directory that you may write to, and {directory} is not. Ask your "
        "administrator: the group and the mode of the directory decide.",
        "使用 {path} 需要目录的写入权限，而您不能写入 {directory}。"
        "请联系管理员，检查该目录的所属组和权限。",
    ),
    "error.store_no_permission.title": ("You may not open the store", "没有权限打开"),
    "error.store_no_permission.text": (
        "You have no right to read {path}. Ask your administrator for it.",
        "您没有读取 {path} 的权限。请联系管理员。",
    ),
    "error.store_missing.title": ("There is no store", "找不到数据文件"),
    "error.store_missing.text": (
        "There is nothing at {path}. Check the place, or make a new store with: cstui init {path}",
        "{path} 不存在。请检查位置，或用以下命令新建：cstui init {path}",
    ),
    "error.store_no_directory.title": ("There is no such directory", "目录不存在"),
    "error.store_no_directory.text": (
        "{path} cannot be there, because there is no directory {directory}. Check the place.",
        "目录 {directory} 不存在，因此找不到 {path}。请检查位置。",
    ),
    "error.store_is_directory.title": ("This is a directory", "这是一个目录"),
    "error.store_is_directory.text": (
        "{path} is a directory. Name the store's file inside it.",
        "{path} 是目录。请指定其中的数据文件。",
    ),
    "error.store_empty.title": ("The file is empty", "文件是空的"),
    "error.store_empty.text": (
        "{path} has nothing in it, so it is no store. Put a backup in its place with cstui "
        "restore, or remove it and make a new store with: cstui init {path}",
        "{path} 没有任何内容，不是有效的数据文件。请用 cstui restore 恢复备份，"
        "或删除该文件后新建：cstui init {path}",
    ),
    "error.store_is_json.title": ("This is a JSON file", "这是 JSON 文件"),
    "error.store_is_json.text": (
        "{path} is a TinyDB JSON file, not a store. Name a store, or make one with: "
        "cstui init PATH",
        "{path} 是 TinyDB 的 JSON 文件，不是数据文件。请指定数据文件，"
        "或用以下命令新建：cstui init PATH",
    ),
    "error.store_not_ours.title": ("This is not a store", "不是本程序的数据文件"),
    "error.store_not_ours.text": (
        "{path} was not made by cstui. It was left as it is: check the place.",
        "{path} 不是由 cstui 创建的，未作任何改动。请检查位置。",
    ),
    "error.store_exists.title": ("There is a file already", "文件已存在"),
    "error.store_exists.text": (
        "{path} exists already and was left as it is. Choose another place for the new store.",
        "{path} 已存在，未作任何改动。请为新的数据文件选择其他位置。",
    ),
    "error.store_damaged.title": ("The store is damaged", "数据文件已损坏"),
    "error.store_damaged.text": (
        "{path} is not what was written to it. Do not save to it any more: put the last good "
        "backup in its place with cstui restore.",
        "{path} 的内容与写入时不一致。请停止保存，并用 cstui restore 恢复最近一次完好的备份。",
    ),
    "error.store_record_damaged.title": ("A record is damaged", "有记录已损坏"),
    "error.store_record_damaged.text": (
        "Record {id} of {table} is not what was written. Run cstui verify to see what else is "
        "damaged, then put the last good backup in place with cstui restore.",
        "{table} 中编号 {id} 的记录与写入时不一致。请运行 cstui verify 查看损坏范围，"
        "再用 cstui restore 恢复最近一次完好的备份。",
    ),
    "error.store_too_new.title": ("Made by a newer cstui", "由更新版本创建"),
    "error.store_too_new.text": (
        "{path} was made or changed by a newer cstui (version {found} of the store; this program "
        "knows {known}). Leave this session, update cstui, then open it again.",
        "{path} 由更新版本的 cstui 创建或升级（数据版本 {found}，本程序支持到 {known}）。"
        "请退出并升级 cstui 后再打开。",
    ),
    "error.store_moved.title": ("The store was replaced", "数据文件已被替换"),
    "error.store_moved.text": (
        "{path} was moved or replaced while it was open here. Nothing was saved: close this "
        "session and open it again.",
        "{path} 在打开期间被移动或替换，本次未保存。请退出后重新打开。",
    ),
    "error.store_failed.title": ("The store could not do it", "操作未能完成"),
    "error.store_failed.text": (
        "Nothing was saved to {path} ({reason}). Run cstui doctor to see what is wrong.",
        "未能保存到 {path}（{reason}）。请运行 cstui doctor 查看原因。",
    ),
    "error.backup_missing.title": ("There is no such backup", "找不到备份"),
    "error.backup_missing.text": (
        "There is no file {path}. Check the name of the backup.",
        "{path} 不存在。请检查备份文件名。",
    ),
    "error.backup_not_ours.title": ("This is not a backup", "不是备份文件"),
    "error.backup_not_ours.text": (
        "{path} is not a backup of a cstui store. Nothing was replaced.",
        "{path} 不是 cstui 的备份文件。没有替换任何内容。",
    ),
    "error.backup_damaged.title": ("The backup is damaged", "备份已损坏"),
    "error.backup_damaged.text": (
        "{path} is damaged, so nothing was replaced. Use an earlier backup.",
        "{path} 已损坏，没有替换任何内容。请改用更早的备份。",
    ),
    "error.backup_onto_store.title": ("That is the store itself", "目标就是数据文件本身"),
    "error.backup_onto_store.text": (
        "The backup and the store must be two files, and both are {path}. Choose another name.",
        "备份和数据文件不能是同一个文件：{path}。请换一个文件名。",
    ),
}
